package org.fixtrail.services.pack;

/** Whose evidence it is. */
public record PackOrganisation(String id, String name) {}
