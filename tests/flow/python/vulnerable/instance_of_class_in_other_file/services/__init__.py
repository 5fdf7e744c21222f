from services.catalog import catalog
