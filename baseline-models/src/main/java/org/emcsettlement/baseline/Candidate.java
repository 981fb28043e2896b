package org.emcsettlement.baseline;

import java.util.Optional;
import org.emcsettlement.baseline.model.Form;
import org.emcsettlement.baseline.model.Rejection;
import org.emcsettlement.baseline.solve.HingeFit;

/**
 * One form that was tried.
 *
 * @param form the form
 * @param fit its best fit, absent if there is none
 * @param rejection why it was not chosen, absent for the chosen one
 * @param bic n·ln(SSE/n) + P·ln n, infinite without a fit
 */
record Candidate(Form form, Optional<HingeFit> fit, Optional<Rejection> rejection, double bic) {

  Candidate rejected(Rejection why) {
    return new Candidate(form, fit, Optional.of(why), bic);
  }

  boolean isOpen() {
    return fit.isPresent() && rejection.isEmpty();
  }
}
