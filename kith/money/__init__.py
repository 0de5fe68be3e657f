"""Money on time: what carers are paid for a child's nights, why that sum, and what is put right when facts change."""
