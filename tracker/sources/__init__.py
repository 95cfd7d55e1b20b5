"""One file a source; every module here that defines `SOURCE` is found and run."""
