package org.emcsettlement.settlement.pricing;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;

/**
 * What a bill of the adjusted baseline needs beside its quantity, as the parties agreed it
 * (settlement-methods, 5.6).
 *
 * @param profile from where the baseline takes its time bands
 * @param weights the agreed weights of bands, the first that fits a month; none to take them from
 *     readings of the baseline period
 * @param demand the demand by calendar month, January first [kW]; empty if none is billed
 * @param powerFactor the power factor, absent for that of the reporting period
 */
public record BaselineUsage(
    Profile profile,
    List<Weights> weights,
    List<BigDecimal> demand,
    Optional<BigDecimal> powerFactor) {

  /** Where the time bands of a baseline come from. */
  public enum Profile {
    /** The shares of the baseline period. */
    BASELINE,
    /** The shares of the reporting period. */
    ACTUAL,
    /** The hours that a frozen model of hours predicts for the reporting period. */
    MODELLED
  }

  /**
   * The weights of time bands, such as the quantities of the baseline period.
   *
   * @param months the months they hold for, 1 to 12; none for all
   * @param bands the weight of every band
   */
  public record Weights(List<Integer> months, Map<String, BigDecimal> bands) {

    boolean holdsIn(int month) {
      return months.isEmpty() || months.contains(month);
    }
  }

  /** {@return terms that agree nothing: the profile is that of the reporting period} */
  public static BaselineUsage none() {
    return new BaselineUsage(Profile.ACTUAL, List.of(), List.of(), Optional.empty());
  }

  /**
   * The agreed weights of a month.
   *
   * @param month the month, 1 to 12
   * @return the weights by band, absent if none are agreed
   */
  public Optional<Map<String, BigDecimal>> weightsOf(int month) {
    return weights.stream().filter(some -> some.holdsIn(month)).map(Weights::bands).findFirst();
  }

  /**
   * Reads the terms.
   *
   * @param json their object
   * @return the terms, absent if something in them is wrong
   */
  public static Optional<BaselineUsage> read(JsonObject json) {
    Optional<Profile> profile = json.constant("profile", Profile.class);
    List<Weights> weights = json.objects("weights", BaselineUsage::weights);
    List<BigDecimal> demand = json.list("demand", JsonElement::notNegative);
    if (!demand.isEmpty() && demand.size() != 12) {
      json.reject("demand", "应为 12 个月的需量", "must hold the demand of twelve months");
    }
    if (profile.equals(Optional.of(Profile.MODELLED)) && !weights.isEmpty()) {
      json.reject("weights", "MODELLED 按模型逐时值划分，不带 weights", "must be absent with MODELLED");
    }
    Optional<BigDecimal> factor = json.optional("powerFactor").flatMap(JsonElement::ratio);
    return json.build(() -> new BaselineUsage(profile.orElseThrow(), weights, demand, factor));
  }

  private static Optional<Weights> weights(JsonObject json) {
    List<Integer> months =
        json.list(
            "months",
            element ->
                element
                    .integer()
                    .flatMap(
                        month ->
                            month >= 1 && month <= 12
                                ? Optional.of(month)
                                : element.reject("应为 1 至 12 月", "must be a month, 1 to 12")));
    Optional<Map<String, BigDecimal>> bands =
        json.object("bands", object -> Optional.of(bands(object)));
    return json.build(() -> new Weights(months, bands.orElseThrow()));
  }

  private static Map<String, BigDecimal> bands(JsonObject object) {
    Map<String, BigDecimal> bands = new LinkedHashMap<>();
    for (String band : object.keys()) {
      object
          .required(band)
          .flatMap(JsonElement::notNegative)
          .ifPresent(weight -> bands.put(band, weight));
    }
    return bands;
  }
}
