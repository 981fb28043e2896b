package org.emcsettlement.baseline.uncertainty;

/**
 * The quantile of the standard normal distribution by Wichura's rational approximation (Algorithm
 * AS 241, PPND16, Applied Statistics 37, 1988), accurate to about 16 digits. Nothing but arithmetic
 * and {@code StrictMath}, so that every machine gives the same bits; the coefficients are the
 * doubles nearest to the published ones.
 */
final class NormalQuantile {

  private static final double CENTRAL = 0.425;
  private static final double TAIL = 5;

  private static final double[] CENTRE_ABOVE = {
    3.3871328727963665,
    133.14166789178438,
    1971.5909503065513,
    13731.69376550946,
    45921.95393154987,
    67265.7709270087,
    33430.57558358813,
    2509.0809287301227
  };
  private static final double[] CENTRE_BELOW = {
    1,
    42.31333070160091,
    687.1870074920579,
    5394.196021424751,
    21213.794301586597,
    39307.89580009271,
    28729.085735721943,
    5226.495278852854
  };
  private static final double[] MIDDLE_ABOVE = {
    1.4234371107496835,
    4.630337846156546,
    5.769497221460691,
    3.6478483247632045,
    1.2704582524523684,
    0.2417807251774506,
    0.022723844989269184,
    0.0007745450142783414
  };
  private static final double[] MIDDLE_BELOW = {
    1,
    2.053191626637759,
    1.6763848301838038,
    0.6897673349851,
    0.14810397642748008,
    0.015198666563616457,
    0.0005475938084995345,
    1.0507500716444169E-09
  };
  private static final double[] TAIL_ABOVE = {
    6.657904643501103,
    5.463784911164114,
    1.7848265399172913,
    0.29656057182850487,
    0.026532189526576124,
    0.0012426609473880784,
    2.7115555687434876E-05,
    2.0103343992922881E-07
  };
  private static final double[] TAIL_BELOW = {
    1,
    0.599832206555888,
    0.1369298809227358,
    0.014875361290850615,
    0.0007868691311456133,
    1.8463183175100548E-05,
    1.421511758316446E-07,
    2.0442631033899397E-15
  };

  private NormalQuantile() {}

  /** The quantile of a probability between 0 and 1, both excluded. */
  static double of(double probability) {
    double q = probability - 0.5;
    if (StrictMath.abs(q) <= CENTRAL) {
      double r = CENTRAL * CENTRAL - q * q;
      return q * polynomial(CENTRE_ABOVE, r) / polynomial(CENTRE_BELOW, r);
    }
    double r = StrictMath.sqrt(-StrictMath.log(q < 0 ? probability : 1 - probability));
    double size =
        r <= TAIL
            ? polynomial(MIDDLE_ABOVE, r - 1.6) / polynomial(MIDDLE_BELOW, r - 1.6)
            : polynomial(TAIL_ABOVE, r - TAIL) / polynomial(TAIL_BELOW, r - TAIL);
    return q < 0 ? -size : size;
  }

  private static double polynomial(double[] coefficients, double x) {
    double value = 0;
    for (int i = coefficients.length - 1; i >= 0; i--) {
      value = value * x + coefficients[i];
    }
    return value;
  }
}
