package org.emcsettlement.settlement.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.settlement.clause.StandardClauses;

/** The proof of disjoint boundaries agrees with readings: one unit through one meter at a time. */
class BoundaryCheckProperties {

  private static final int METERS = 6;

  /**
   * Meters in a tree, each behind one with a lower number or fed from outside, with their signs in
   * the project and in two parts.
   */
  record Layout(List<Integer> upstream, List<List<Integer>> signs) {

    /** What a meter reads when one unit flows through another to its end. */
    int reading(int meter, int flow) {
      int at = flow;
      while (at >= 0) {
        if (at == meter) {
          return 1;
        }
        at = upstream.get(at);
      }
      return 0;
    }

    int counted(int boundary, int flow) {
      int sum = 0;
      for (int meter = 0; meter < METERS; meter++) {
        sum += signs.get(boundary).get(meter) * reading(meter, flow);
      }
      return sum;
    }

    String json() {
      List<String> meters = new ArrayList<>();
      for (int i = 0; i < METERS; i++) {
        int sign = signs.get(0).get(i);
        String above = upstream.get(i) < 0 ? "supply" : "m" + upstream.get(i);
        meters.add(
            "{\"id\": \"m%d\", \"commodity\": \"electricity\", \"upstream\": \"%s\"%s}"
                .formatted(
                    i, above, sign == 0 ? ", \"informative\": true" : ", \"sign\": " + sign));
      }
      return """
          {"schemaVersion": 1, "id": "law", "name": "law",
           "parties": {"institution": {"name": "a"}, "serviceProvider": {"name": "b"}},
           "term": {"start": "2025-01-01", "end": "2027-01-01"},
           "boundary": {"name": "project", "parts": [%s, %s]},
           "commodities": [{"id": "electricity"}], "meters": %s,
           "schedule": {"frequency": "MONTHLY"}, "tax": {"mode": "INCLUSIVE", "rate": "0.06"}}
          """
          .formatted(part(1), part(2), meters);
    }

    private String part(int boundary) {
      List<String> listed = new ArrayList<>();
      for (int i = 0; i < METERS; i++) {
        int sign = signs.get(boundary).get(i);
        if (sign != 0) {
          listed.add("{\"meter\": \"m%d\", \"sign\": %d}".formatted(i, sign));
        }
      }
      return "{\"id\": \"p%d\", \"name\": \"part %d\", \"use\": \"OTHER\", \"meters\": %s}"
          .formatted(boundary, boundary, listed);
    }
  }

  @Provide
  Arbitrary<Layout> layouts() {
    Arbitrary<Integer> sign =
        Arbitraries.frequencyOf(
            Tuple.of(5, Arbitraries.just(0)),
            Tuple.of(2, Arbitraries.just(1)),
            Tuple.of(1, Arbitraries.just(-1)));
    Arbitrary<List<List<Integer>>> signs = sign.list().ofSize(METERS).list().ofSize(3);
    Arbitrary<List<Integer>> numbers = Arbitraries.integers().between(0, 9).list().ofSize(METERS);
    return numbers.flatMap(
        drawn -> {
          List<Integer> upstream = new ArrayList<>();
          for (int i = 0; i < METERS; i++) {
            upstream.add(drawn.get(i) % (i + 1) - 1);
          }
          return signs.map(given -> new Layout(upstream, given));
        });
  }

  @Property
  void whatIsFoundIsWhatReadingsShow(@ForAll("layouts") Layout layout) {
    List<String> shown = new ArrayList<>();
    for (int flow = 0; flow < METERS; flow++) {
      Optional<Integer> first = Optional.empty();
      for (int boundary = 0; boundary < 3; boundary++) {
        int counted = layout.counted(boundary, flow);
        if (counted != 0 && counted != 1) {
          shown.add("contract.counted-times m" + flow + " " + name(boundary));
        } else if (counted == 1 && first.isPresent()) {
          shown.add(
              "contract.counted-twice m" + flow + " " + name(first.get()) + " " + name(boundary));
        } else if (counted == 1) {
          first = Optional.of(boundary);
        }
      }
    }
    FindingCollector findings = new FindingCollector();
    new ContractReader(StandardClauses.format())
        .read(TextSource.of("contract.json", layout.json()), findings);
    assertThat(
            findings.findings().stream()
                .filter(finding -> finding.code().startsWith("contract.counted-"))
                .map(BoundaryCheckProperties::told))
        .containsExactlyElementsOf(shown);
  }

  private static String name(int boundary) {
    return boundary == 0 ? "project" : "part " + boundary;
  }

  private static String told(Finding finding) {
    String where =
        finding.code().endsWith("twice")
            ? finding.arguments().get("first") + " " + finding.arguments().get("second")
            : finding.arguments().get("boundary");
    return finding.code() + " " + finding.arguments().get("meter") + " " + where;
  }
}
