-- Nothing says how the file was built.
delete from build;
