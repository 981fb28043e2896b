package org.emcsettlement.baseline;

import org.emcsettlement.baseline.model.Regressor;
import org.emcsettlement.core.quantity.Commodity;

/** The unit of a coefficient: use per unit of its regressor. */
final class Units {

  private Units() {}

  static String of(Commodity commodity, Regressor regressor) {
    String unit = regressor.unit();
    return commodity.unit() + "/" + (unit.contains("·") ? "(" + unit + ")" : unit);
  }
}
