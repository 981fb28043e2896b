package org.emcsettlement.baseline.model;

import java.util.Optional;

/**
 * Why a form or method was not chosen.
 *
 * @param form the form
 * @param reason the reason in English
 * @param reasonZh the reason in Chinese
 * @param score what it was compared by, absent if it did not come to that
 */
public record Rejection(String form, String reason, String reasonZh, Optional<Score> score) {

  /**
   * A form that was never compared with others.
   *
   * @param form the form
   * @param reason the reason in English
   * @param reasonZh the reason in Chinese
   */
  public Rejection(String form, String reason, String reasonZh) {
    this(form, reason, reasonZh, Optional.empty());
  }
}
