"""Making the embedded name model again from labelled data (development only; nothing here runs in extraction)."""
