package org.emcsettlement.baseline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.emcsettlement.baseline.model.Form;
import org.emcsettlement.baseline.model.ModelFit;
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
 * </ul>
 */
public final class Methods {

  private static final String CHANGE_POINT = "changepoint-";

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
  private static final List<String> NAMED = List.of();

  private static Map<String, Method> known(Resolution resolution) {
    Map<String, Method> methods = new LinkedHashMap<>();
    if (resolution != Resolution.HOURLY) {
      changePoints(resolution, methods);
    }
    return methods;
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
