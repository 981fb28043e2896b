package org.emcsettlement.baseline.solve;

import java.util.Optional;

/** What a search for one form came to: the best fit, or why there is none. */
public sealed interface HingeOutcome permits HingeFit, HingeRejection {

  /** {@return the form that was searched} */
  HingeForm form();

  /** {@return the best fit, empty when the form was rejected} */
  default Optional<HingeFit> fit() {
    return this instanceof HingeFit fit ? Optional.of(fit) : Optional.empty();
  }
}
