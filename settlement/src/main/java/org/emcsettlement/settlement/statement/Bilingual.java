package org.emcsettlement.settlement.statement;

/**
 * A text in both languages.
 *
 * @param zh in Chinese
 * @param en in English
 */
public record Bilingual(String zh, String en) {}
