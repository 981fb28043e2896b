package org.emcsettlement.examples.emc;

/** Arguments, contract or evidence with which a command cannot begin. */
final class InvalidInputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InvalidInputException(String message) {
    super(message);
  }

  InvalidInputException(String message, Throwable cause) {
    super(message, cause);
  }
}
