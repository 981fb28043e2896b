package org.emcsettlement.baseline.model;

/** The scale in which CalTRACK and its relatives state temperatures. */
public final class Fahrenheit {

  /** Degrees Fahrenheit in one kelvin. */
  public static final double PER_KELVIN = 1.8;

  /** The freezing point [°F]. */
  public static final double AT_ZERO_CELSIUS = 32;

  private Fahrenheit() {}

  /**
   * From degrees Celsius.
   *
   * @param celsius a temperature [°C]
   * @return the same [°F]
   */
  public static double of(double celsius) {
    return celsius * PER_KELVIN + AT_ZERO_CELSIUS;
  }

  /**
   * To degrees Celsius.
   *
   * @param fahrenheit a temperature [°F]
   * @return the same [°C]
   */
  public static double celsius(double fahrenheit) {
    return (fahrenheit - AT_ZERO_CELSIUS) / PER_KELVIN;
  }
}
