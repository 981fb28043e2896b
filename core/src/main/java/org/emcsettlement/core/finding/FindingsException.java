package org.emcsettlement.core.finding;

import java.util.stream.Collectors;

/** Thrown where a caller needs a value and the input has blocking findings; carries all of them. */
public final class FindingsException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient Findings findings;

  /**
   * An exception for findings.
   *
   * @param findings all findings, at least one of them blocking
   */
  public FindingsException(Findings findings) {
    super(
        findings.stream()
            .filter(finding -> finding.effect() == Effect.BLOCK)
            .map(
                finding ->
                    finding.code() + " at " + finding.place().describe() + ": " + finding.en())
            .collect(Collectors.joining("\n")));
    this.findings = findings;
  }

  /** {@return all findings, also those that do not block} */
  public Findings findings() {
    return findings;
  }
}
