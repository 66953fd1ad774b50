"""The procedure as Prefect flows, one file per stage."""
