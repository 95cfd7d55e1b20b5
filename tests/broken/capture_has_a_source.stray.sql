-- A source that no module describes.
update capture
set source = 'stray';
update document
set source = 'stray';
