package org.emcsettlement.examples.emc;

/** A document that was altered after it was written: what it says differs from itself. */
final class DifferingInputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DifferingInputException(String message) {
    super(message);
  }
}
