package org.emcsettlement.settlement.report.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.baseline.Estimate;
import org.emcsettlement.baseline.model.Regressor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermGroupTest {

  private static Estimate term(String regressor, double value, String unit) {
    return new Estimate(
        Regressor.parse(regressor),
        value,
        unit,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Estimate term(String regressor, double value, double t) {
    return new Estimate(
        Regressor.parse(regressor),
        value,
        "kWh/d",
        Optional.of(Math.abs(value / t)),
        Optional.of(BigDecimal.valueOf(t)),
        Optional.empty());
  }

  /** Hours of a week and two bands for each of two sets of hours, as of time of week. */
  @Test
  void hundredsOfTermsAreAFewKinds() {
    List<Estimate> estimates = new ArrayList<>();
    for (int hour = 0; hour < 168; hour++) {
      estimates.add(term("HOUR_OF_WEEK(" + hour + ")", 40 + hour, "kWh/h"));
    }
    for (String hours : List.of("1-5:7-18", "1-5:0-7,18-24+6-7:0-24")) {
      estimates.add(term("HOUR_DEGREES(*,2.00," + hours + ")", -1, "kWh/(°C·h)"));
      estimates.add(term("HOUR_DEGREES(2.00,16.00," + hours + ")", -2, "kWh/(K·h)"));
      estimates.add(term("HOUR_DEGREES(16.00,*," + hours + ")", 3, "kWh/(K·h)"));
    }
    List<TermGroup> groups = TermGroup.of(estimates);
    assertThat(groups)
        .extracting(TermGroup::pattern)
        .containsExactly("HOUR_OF_WEEK(…)", "HOUR_DEGREES(*,…)", "HOUR_DEGREES(…)");
    assertThat(groups).extracting(TermGroup::size).containsExactly(168, 2, 4);
    assertThat(groups.get(0).least()).isEqualTo(40);
    assertThat(groups.get(0).greatest()).isEqualTo(207);
    assertThat(groups.get(2).unit()).isEqualTo("kWh/(K·h)");
    assertThat(groups.get(0).name().zh()).isEqualTo("周内小时");
    assertThat(groups.get(0).hasErrors()).isFalse();
  }

  @Test
  void aTermAloneKeepsItsName() {
    Estimate rest = term("DAYTYPE(RESTDAY)", -900, "kWh/d");
    TermGroup group = TermGroup.of(List.of(rest)).get(0);
    assertThat(group.pattern()).isEqualTo("DAYTYPE(RESTDAY)");
    assertThat(group.name().en()).isEqualTo(rest.regressor().en());
  }

  @Test
  void productsAreNamedByTheirFactors() {
    TermGroup group =
        TermGroup.of(
                List.of(
                    term("MONTH(1)*HOUR_OF_WEEK(0)", 3, "kWh/h"),
                    term("MONTH(2)*HOUR_OF_WEEK(167)", 4, "kWh/h")))
            .get(0);
    assertThat(group.pattern()).isEqualTo("MONTH(…)*HOUR_OF_WEEK(…)");
    assertThat(group.name().zh()).isEqualTo("月×周内小时");
    assertThat(group.name().en()).isEqualTo("month × hour of the week");
  }

  @Test
  void termsTwoErrorsFromZeroAreCounted() {
    TermGroup group =
        TermGroup.of(
                List.of(
                    term("TEN_DAYS(1)", 1, 1.99),
                    term("TEN_DAYS(2)", -1, -2.0),
                    term("TEN_DAYS(3)", 5, 7.0)))
            .get(0);
    assertThat(group.hasErrors()).isTrue();
    assertThat(group.notable()).isEqualTo(2);
  }

  /** Every form that has arguments has a name of its kind, which holds none of them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TEMPERATURE_DAYS(0.30)|TEMPERATURE_DAYS(0.40)",
        "DEGREES_BELOW(15.50)|DEGREES_BELOW(14.50)",
        "DEGREES_ABOVE(22.00)|DEGREES_ABOVE(23.00)",
        "DAYTYPE(MONDAY)|DAYTYPE(FRIDAY)",
        "MONTH(7)|MONTH(8)",
        "TEN_DAYS(19)|TEN_DAYS(20)",
        "BEFORE(2025-07-01)|BEFORE(2025-08-01)",
        "SIN_YEAR(1)|COS_YEAR(2)",
        "HOUR_OF_WEEK(32)|HOUR_OF_WEEK(33)",
        "HOURS(1-5:8-18)|HOURS(6:9-12)",
        "HOUR_DEGREES(*,18.33,1-5:8-18)|HOUR_DEGREES(*,19.00,1-5:8-18)",
        "HOUR_DEGREES(10.00,18.33,1-5:8-18)|HOUR_DEGREES(18.33,*,1-5:8-18)"
      })
  void everyKindHasAName(String one, String other) {
    List<TermGroup> groups = TermGroup.of(List.of(term(one, 1, "kWh/d"), term(other, 2, "kWh/d")));
    assertThat(groups).hasSize(1);
    TermGroup group = groups.get(0);
    assertThat(group.pattern()).contains("(").contains("…");
    assertThat(group.name().zh() + group.name().en())
        .doesNotContainPattern("\\d")
        .isNotEqualTo(Regressor.parse(one).zh() + Regressor.parse(one).en());
  }
}
