package org.emcsettlement.baseline;

import java.util.Optional;
import org.emcsettlement.baseline.model.ModelFit;
import org.emcsettlement.core.finding.Checked;

/** A way to fit, behind a stable name. */
interface Method {

  /**
   * Fits.
   *
   * @param observations the data, of a resolution that the method serves, drivers independent
   * @param fitter the settings
   * @return the fit, absent with a blocking finding if there is none
   */
  Checked<ModelFit> fit(Observations observations, BaselineFitter fitter);

  /**
   * {@return the criteria set that judges its fits unless another is given; by resolution if none}
   */
  default Optional<String> criteria() {
    return Optional.empty();
  }
}
