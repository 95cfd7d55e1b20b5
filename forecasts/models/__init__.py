"""One file a forecaster; every module here that defines `FORECASTER` is found and run."""
