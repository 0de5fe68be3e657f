"""Those who work for the charity: who makes and ends their accounts, and how they prove who they are."""
