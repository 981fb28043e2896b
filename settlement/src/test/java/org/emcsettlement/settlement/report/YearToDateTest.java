package org.emcsettlement.settlement.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.emcsettlement.settlement.statement.Line;
import org.emcsettlement.settlement.statement.Statement;
import org.junit.jupiter.api.Test;

/** The year to date of a line is the sum of its amounts, over all worked statements. */
class YearToDateTest {

  private static final String SEGMENT = "/[0-9]{4}-[0-9]{2}-[0-9]{2}$";

  @Test
  void everyLineAddsUpToItsOwnYear() {
    Map<String, List<Statement>> years = new TreeMap<>();
    WorkedStatements.all()
        .forEach(
            (name, statement) ->
                years
                    .computeIfAbsent(
                        name.substring(0, name.indexOf(' '))
                            + statement.key().series()
                            + statement.contractYear(),
                        key -> new ArrayList<>())
                    .add(statement));
    int several = 0;
    for (Map.Entry<String, List<Statement>> year : years.entrySet()) {
      Map<String, BigDecimal> sums = new HashMap<>();
      year.getValue().sort(Comparator.comparing(s -> s.servicePeriod().start()));
      for (Statement statement : year.getValue()) {
        for (Line line : statement.lines()) {
          if (line.yearToDate().isPresent()) {
            String key = line.id().replaceFirst(SEGMENT, "");
            BigDecimal sum = sums.merge(key, line.amount().orElseThrow(), BigDecimal::add);
            assertThat(line.yearToDate()).as(year.getKey() + " " + line.id()).contains(sum);
            several += line.amount().orElseThrow().compareTo(sum) == 0 ? 0 : 1;
          }
        }
      }
    }
    assertThat(several).isGreaterThan(500);
  }
}
