"""Methods that search: linear programs and sampling with an explicit generator."""
