package org.emcsettlement.core.finding;

import java.util.Optional;

/**
 * A value with what was found while it was made; absent if something blocks.
 *
 * @param <T> the kind of value
 * @param value the value, absent if it could not be made
 * @param findings everything found, also when the value is present
 */
public record Checked<T>(Optional<T> value, Findings findings) {

  /**
   * A value with findings that do not prevent it.
   *
   * @param <T> the kind of value
   * @param value the value
   * @param findings what was found
   * @return both
   */
  public static <T> Checked<T> of(T value, Findings findings) {
    return new Checked<>(Optional.of(value), findings);
  }

  /**
   * No value, and why.
   *
   * @param <T> the kind of value
   * @param findings what was found, at least one blocking
   * @return the findings without a value
   */
  public static <T> Checked<T> failed(Findings findings) {
    return new Checked<>(Optional.empty(), findings);
  }

  /**
   * The value for callers that cannot go on without it.
   *
   * @return the value
   * @throws FindingsException with all findings if there is none
   */
  public T orThrow() {
    return value.orElseThrow(() -> new FindingsException(findings));
  }
}
