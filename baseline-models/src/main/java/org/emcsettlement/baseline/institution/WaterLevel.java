package org.emcsettlement.baseline.institution;

import java.util.List;

/**
 * What is usual for a building: the flow that never stops, and an occupied day. All in canonical
 * unit per day. Flow that is known to come and go with a driver is not part of sustained flow here.
 *
 * @param low the lower quartile of sustained flow; what runs in the best quarter of the time, so
 *     that up to three quarters may leak
 * @param occupied the use of an occupied day: {@code low} and the upper quartile of what working
 *     days use beyond their sustained flow
 * @param base the median sustained flow without leaks
 * @param spread how far sustained flow without leaks strays from {@code base}, as a standard
 *     deviation
 * @param perDriver the sustained flow that comes with a unit of each driver: per resident, per day
 *     of irrigation
 */
public record WaterLevel(
    double low, double occupied, double base, double spread, List<Double> perDriver) {

  /**
   * A level; the list is copied.
   *
   * @param low the lower quartile of sustained flow; what runs in the best quarter of the time, so
   *     that up to three quarters may leak
   * @param occupied the use of an occupied day: {@code low} and the upper quartile of what working
   *     days use beyond their sustained flow
   * @param base the median sustained flow without leaks
   * @param spread how far sustained flow without leaks strays from {@code base}, as a standard
   *     deviation
   * @param perDriver the sustained flow that comes with a unit of each driver: per resident, per
   *     day of irrigation
   */
  public WaterLevel {
    perDriver = List.copyOf(perDriver);
  }
}
