package org.emcsettlement.baseline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.emcsettlement.baseline.caltrack.CaltrackMethod;
import org.emcsettlement.baseline.hourly.CaltrackHourly;
import org.emcsettlement.baseline.hourly.InstitutionHourly;
import org.emcsettlement.baseline.hourly.Towt;
import org.emcsettlement.baseline.model.Form;
import org.emcsettlement.baseline.model.HourlySample;
import org.emcsettlement.baseline.model.ModelFit;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.series.Resolution;

/**
 * The methods by name and resolution:
 *
 * <ul>
 *   <li>{@code auto} or {@code changepoint-auto}: chooses among the change-point forms of daily
 *       data, the degree-day forms of billing periods
 *   <li>{@code 5P} or {@code changepoint-5P}, {@code HDD_CDD} or {@code changepoint-HDD_CDD} and so
 *       on: one form
 *   <li>{@code mean-temperature}, {@code mean-temperature-5P}: change-point forms on the mean
 *       temperatures of billing periods, for comparison
 *   <li>{@code caltrack-daily}, {@code caltrack-billing}: CalTRACK 2.0 usage per day
 *   <li>{@code caltrack-hourly}, {@code towt}: time of week and temperature, by month as in
 *       CalTRACK 2.0 or in one piece
 *   <li>{@code institution-daily}, {@code institution-hourly}, {@code institution-water}: our own
 *       models of public institutions
 *   <li>{@code institution-daily}: change points, day types, drivers, a shrunken season and a level
 *       that walks
 *   <li>{@code institution-water}: {@code institution-daily} per capita, leaks and dead meters left
 *       out
 * </ul>
 */
public final class Methods {

  private static final String CHANGE_POINT = "changepoint-";
  private static final String CALTRACK_DAILY = "caltrack-daily";
  private static final String CALTRACK_BILLING = "caltrack-billing";
  private static final String CALTRACK_HOURLY = "caltrack-hourly";
  private static final String TOWT = "towt";
  private static final String INSTITUTION_HOURLY = "institution-hourly";

  private Methods() {}

  /**
   * The names that a resolution knows.
   *
   * @param resolution the resolution of the data
   * @return the stable names, {@code auto} first
   */
  public static List<String> names(Resolution resolution) {
    return List.copyOf(known(resolution).keySet());
  }

  /**
   * The resolution that a method is for.
   *
   * @param name its stable name
   * @param preferred the resolution if the method serves several, or is unknown
   * @return the preferred resolution if it knows the method, else the finest that does
   */
  public static Resolution resolution(String name, Resolution preferred) {
    if (known(preferred).containsKey(plain(name))) {
      return preferred;
    }
    return Arrays.stream(Resolution.values())
        .filter(resolution -> known(resolution).containsKey(plain(name)))
        .findFirst()
        .orElse(preferred);
  }

  static Method of(String name, Resolution resolution) {
    Method method = known(resolution).get(plain(name));
    if (method == null) {
      throw new IllegalArgumentException(
          "method \""
              + name
              + "\" is unknown for "
              + resolution
              + " data; known: "
              + String.join(", ", names(resolution)));
    }
    return method;
  }

  private static String plain(String name) {
    return name.startsWith(CHANGE_POINT) ? name.substring(CHANGE_POINT.length()) : name;
  }

  /** What a baseline calls its method: change-point models by their form. */
  static String title(String name, ModelFit fit) {
    if (name.startsWith("mean-temperature")) {
      return BaselineFitter.MEAN_TEMPERATURE + fit.form();
    }
    boolean named = NAMED.contains(name);
    return named ? name : fit.form();
  }

  /** Methods that are more than a form. */
  private static final List<String> NAMED =
      List.of(
          CALTRACK_DAILY,
          CALTRACK_BILLING,
          TOWT,
          CALTRACK_HOURLY,
          INSTITUTION_HOURLY,
          InstitutionDailyMethod.NAME,
          InstitutionWaterMethod.NAME);

  private static Map<String, Method> known(Resolution resolution) {
    return Objects.requireNonNull(Registry.METHODS.get(resolution));
  }

  /** The methods by resolution, made when first asked for. */
  private static final class Registry {
    static final Map<Resolution, Map<String, Method>> METHODS = new EnumMap<>(Resolution.class);

    static {
      for (Resolution resolution : Resolution.values()) {
        METHODS.put(resolution, made(resolution));
      }
    }
  }

  private static Map<String, Method> made(Resolution resolution) {
    Map<String, Method> methods = new LinkedHashMap<>();
    if (resolution != Resolution.HOURLY) {
      changePoints(resolution, methods);
      usagePerDay(resolution == Resolution.DAILY ? CALTRACK_DAILY : CALTRACK_BILLING, methods);
    }
    if (resolution == Resolution.HOURLY) {
      methods.put(INSTITUTION_HOURLY, hourly(InstitutionHourly::fit));
      methods.put(CALTRACK_HOURLY, hourly(CaltrackHourly::fit));
      methods.put(TOWT, hourly(Towt::fit));
    }
    if (resolution == Resolution.DAILY) {
      methods.put(InstitutionDailyMethod.NAME, new InstitutionDailyMethod());
      methods.put(InstitutionWaterMethod.NAME, new InstitutionWaterMethod());
    }
    return Collections.unmodifiableMap(methods);
  }

  private static Method hourly(Function<HourlySample, Checked<ModelFit>> fit) {
    return (observations, fitter) -> fit.apply(observations.hourlySample());
  }

  private static void usagePerDay(String name, Map<String, Method> methods) {
    methods.put(name, new UsagePerDayMethod(CaltrackMethod.of(name)));
  }

  private static void changePoints(Resolution resolution, Map<String, Method> methods) {
    List<Form> forms = ChangePointMethod.forms(resolution);
    methods.put(BaselineFitter.AUTO, new ChangePointMethod(forms, false));
    for (Form form : forms) {
      methods.put(form.code(), new ChangePointMethod(List.of(form), false));
    }
    List<Form> means = new ArrayList<>(ChangePointMethod.forms(Resolution.DAILY));
    methods.put("mean-temperature", new ChangePointMethod(means, true));
    for (Form form : means) {
      methods.put(
          BaselineFitter.MEAN_TEMPERATURE + form.code(),
          new ChangePointMethod(List.of(form), true));
    }
  }
}
