package org.emcsettlement.examples.emc;

import org.emcsettlement.core.finding.RuleException;

/** Arguments, contract or evidence with which a command cannot begin. */
final class InvalidInputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InvalidInputException(String message) {
    super(message);
  }

  InvalidInputException(String message, Throwable cause) {
    super(message, cause);
  }

  /** What the library refused, under the name of a file or option; {@code zh} unless it says so. */
  static InvalidInputException of(String what, String zh, RuntimeException refused) {
    String chinese = refused instanceof RuleException rule ? rule.zh() : zh;
    return new InvalidInputException(what + ": " + refused.getMessage() + " " + chinese, refused);
  }
}
