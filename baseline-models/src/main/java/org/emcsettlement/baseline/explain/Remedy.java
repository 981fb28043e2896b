package org.emcsettlement.baseline.explain;

/**
 * Something that would make a fit acceptable, or better.
 *
 * @param finding the code of the finding that it answers
 * @param zh what to do, in Chinese
 * @param en what to do, in English
 */
public record Remedy(String finding, String zh, String en) {}
