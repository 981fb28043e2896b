package org.emcsettlement.baseline.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a baseline takes for granted beside its drivers (静态因素), as recorded from a date on. A record
 * is complete: equipment that it does not list is not there.
 *
 * @param from the first day of the record
 * @param floorArea the floor area in use [m²]
 * @param headcount the band within which the headcount is ordinary
 * @param operatingHours the operating hours of a working day [h/d]
 * @param equipment the equipment that matters to use
 * @param setPoints the indoor set-points
 */
public record StaticFactors(
    LocalDate from,
    Optional<BigDecimal> floorArea,
    Optional<HeadcountBand> headcount,
    Optional<BigDecimal> operatingHours,
    List<Equipment> equipment,
    Optional<SetPoints> setPoints) {

  /** The id of the floor area, as its key in {@code static-factors.json}. */
  public static final String FLOOR_AREA = "floorAreaSquareMetres";

  /**
   * An ordinary headcount.
   *
   * @param min the smallest [persons]
   * @param max the largest [persons]
   */
  public record HeadcountBand(int min, int max) {}

  /**
   * A kind of equipment.
   *
   * @param id its id
   * @param name what it is
   * @param count how many there are
   * @param ratedKilowatts the rated power of one [kW]
   */
  public record Equipment(String id, String name, int count, BigDecimal ratedKilowatts) {}

  /**
   * Indoor set-points.
   *
   * @param heatingCelsius in the heating season [°C]
   * @param coolingCelsius in the cooling season [°C]
   */
  public record SetPoints(
      Optional<BigDecimal> heatingCelsius, Optional<BigDecimal> coolingCelsius) {}

  /**
   * A record.
   *
   * @param from the first day of the record
   * @param floorArea the floor area in use [m²]
   * @param headcount the ordinary headcount
   * @param operatingHours the operating hours of a working day [h/d]
   * @param equipment the equipment
   * @param setPoints the indoor set-points
   */
  public StaticFactors {
    equipment = List.copyOf(equipment);
  }

  /**
   * The factors one by one.
   *
   * @return text by id: {@code floorAreaSquareMetres}, {@code headcount}, {@code
   *     operatingHoursPerDay}, {@code equipment/<id>}, {@code setPoints/heatingCelsius}, {@code
   *     setPoints/coolingCelsius}; equal values have equal texts
   */
  public Map<String, String> values() {
    Map<String, String> values = new TreeMap<>();
    floorArea.ifPresent(area -> values.put(FLOOR_AREA, plain(area) + " m²"));
    headcount.ifPresent(band -> values.put("headcount", band.min() + "–" + band.max()));
    operatingHours.ifPresent(hours -> values.put("operatingHoursPerDay", plain(hours) + " h"));
    for (Equipment item : equipment) {
      values.put(
          "equipment/" + item.id(), item.count() + " × " + plain(item.ratedKilowatts()) + " kW");
    }
    setPoints
        .flatMap(SetPoints::heatingCelsius)
        .ifPresent(celsius -> values.put("setPoints/heatingCelsius", plain(celsius) + " °C"));
    setPoints
        .flatMap(SetPoints::coolingCelsius)
        .ifPresent(celsius -> values.put("setPoints/coolingCelsius", plain(celsius) + " °C"));
    return values;
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
