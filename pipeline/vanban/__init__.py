"""vanban reads Vietnamese government documents into structured, searchable records."""
