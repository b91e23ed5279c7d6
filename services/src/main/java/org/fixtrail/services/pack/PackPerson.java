package org.fixtrail.services.pack;

/**
 * A person as the ledger and as people know them.
 *
 * @param id the pseudonymous id that the ledger's entries carry
 * @param displayName the name, or a placeholder once it was erased
 */
public record PackPerson(String id, String displayName) {}
