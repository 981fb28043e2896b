package org.emcsettlement.core.finding;

/**
 * A value that breaks a rule of its type, with the rule in both languages; readers turn it into a
 * finding at the place where the value was written.
 */
public final class RuleException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** The rule in Chinese. */
  private final String zh;

  /**
   * A broken rule.
   *
   * @param zh what is wrong, in Chinese
   * @param en what is wrong, in English; the exception's message
   */
  public RuleException(String zh, String en) {
    super(en);
    this.zh = zh;
  }

  /** {@return what is wrong, in Chinese} */
  public String zh() {
    return zh;
  }
}
