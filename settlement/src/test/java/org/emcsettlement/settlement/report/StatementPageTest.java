package org.emcsettlement.settlement.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeSet;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.settlement.statement.BaselineSummary;
import org.emcsettlement.settlement.statement.MeterReading;
import org.emcsettlement.settlement.statement.Statement;
import org.emcsettlement.settlement.statement.StatementFile;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** The page as a document: whole, self-contained, the same everywhere. */
class StatementPageTest {

  private static final Map<String, Statement> ALL = WorkedStatements.all();

  @Test
  void everyWorkedStatementIsOneSelfContainedPage() {
    assertThat(ALL).hasSizeGreaterThan(150);
    ALL.forEach(
        (name, statement) -> {
          String html = StatementPage.html(statement);
          assertThat(html).as(name).startsWith("<!DOCTYPE html>\n<html ").endsWith("</html>\n");
          isSelfContained(name, ParsedPage.of(html));
        });
  }

  private static void isSelfContained(String name, ParsedPage page) {
    HashSet<String> ids = new HashSet<>();
    for (Element element : page.elements()) {
      assertThat(element.getTagName())
          .as(name)
          .isNotIn("script", "link", "img", "image", "iframe", "object", "embed", "use", "a");
      for (int i = 0; i < element.getAttributes().getLength(); i++) {
        Attr attribute = (Attr) element.getAttributes().item(i);
        assertThat(attribute.getName()).as(name).doesNotStartWith("on").isNotIn("src", "href");
        if (!attribute.getName().equals("xmlns")) {
          assertThat(attribute.getValue()).as(name).doesNotContain("http:", "https:", "//");
        }
      }
      if (element.hasAttribute("id")) {
        assertThat(ids.add(element.getAttribute("id"))).as(element.getAttribute("id")).isTrue();
      }
    }
    page.elements("style")
        .forEach(style -> assertThat(style.getTextContent()).doesNotContain("url(", "@import"));
    page.elements("svg")
        .forEach(
            svg ->
                assertThat(ids)
                    .containsAll(List.of(svg.getAttribute("aria-labelledby").split(" ", -1))));
  }

  @Test
  void sectionsAreNumberedWithoutGap() {
    String numerals = "一二三四五六七八九十";
    ALL.forEach(
        (name, statement) -> {
          List<Element> headings = ParsedPage.of(StatementPage.html(statement)).elements("h2");
          for (int i = 0; i < headings.size(); i++) {
            String number = i < 10 ? numerals.substring(i, i + 1) : "十" + numerals.charAt(i - 10);
            assertThat(headings.get(i).getTextContent()).as(name).startsWith(number + "、");
          }
        });
  }

  @Test
  void noSectionAndNoTableIsEmpty() {
    ALL.forEach(
        (name, statement) -> {
          ParsedPage page = ParsedPage.of(StatementPage.html(statement));
          page.elements("table")
              .forEach(table -> assertThat(ParsedPage.rows(table)).as(name).isNotEmpty());
          for (Element section : page.elements("section")) {
            assertThat(section.getTextContent().strip()).as(name).hasSizeGreaterThan(20);
          }
        });
  }

  @Test
  void theSameStatementGivesTheSameBytesEverywhere() {
    Statement statement = WorkedStatements.of("case-2-shared", "", "2025-Q3");
    String html = StatementPage.html(statement);
    String csv = LinesCsv.write(statement, Locale.ENGLISH);
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      for (String tag :
          List.of("ar-EG-u-nu-arab", "hi-IN-u-nu-deva", "tr-TR", "th-TH-u-ca-buddhist")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
        assertThat(StatementPage.html(statement)).as(tag).isEqualTo(html);
        assertThat(LinesCsv.write(statement, Locale.ENGLISH)).as(tag).isEqualTo(csv);
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  /** Whoever holds the file sees what the issuer saw. */
  @Test
  void aStatementThatWasReadBackGivesTheSamePage() {
    ALL.forEach(
        (name, statement) -> {
          String json = new String(statement.canonical(), StandardCharsets.UTF_8);
          FindingCollector findings = new FindingCollector();
          Statement read =
              StatementFile.read(TextSource.of("statement.json", json), findings).orElseThrow();
          assertThat(StatementPage.html(read)).as(name).isEqualTo(StatementPage.html(statement));
        });
  }

  /** Maps keep no order in JSON; the page must not depend on how one was filled. */
  @Test
  void statisticsStandByName() {
    List<String> names = List.of("s", "nPrime", "cvRmse", "adjustedR2", "t", "nmbe");
    Map<String, BigDecimal> filled = new LinkedHashMap<>();
    names.forEach(name -> filled.put(name, new BigDecimal("0.125")));
    Map<String, BigDecimal> reversed = new LinkedHashMap<>();
    for (int i = names.size() - 1; i >= 0; i--) {
      reversed.put(names.get(i), new BigDecimal("0.125"));
    }
    String html = StatementPage.html(withStatistics(filled));
    assertThat(StatementPage.html(withStatistics(reversed))).isEqualTo(html);
    Element baselines = ParsedPage.of(html).sections("基准").get(0);
    assertThat(ParsedPage.elements(baselines, "span", "pair"))
        .extracting(Element::getTextContent)
        .containsExactly(
            "adjustedR2 = 0.125",
            "cvRmse = 0.125",
            "nPrime = 0.125",
            "nmbe = 0.125",
            "s = 0.125",
            "t = 0.125");
  }

  private static Statement withStatistics(Map<String, BigDecimal> statistics) {
    Statement base = WorkedStatements.of("case-2-shared", "", "2025-Q3");
    BaselineSummary baseline =
        BaselineSummary.builder().from(base.baselines().get(0)).statistics(statistics).build();
    return Statement.builder().from(base).baselines(List.of(baseline)).build();
  }

  @Test
  void theHeadSaysWhatIsSettledBetweenWhom() {
    Statement statement =
        WorkedStatements.issued("case-1-hosting", "Y1", LocalDate.of(2026, 1, 20));
    ParsedPage page = ParsedPage.of(StatementPage.html(statement));
    String head = page.elements("header").get(0).getTextContent();
    assertThat(head)
        .contains("能源托管费用结算单", "case-1-hosting", "Y1", "年度清算", "v1", "初次结算", "2026-01-20")
        .contains(statement.institution().name(), statement.serviceProvider().name())
        .contains(
            statement.boundary(), statement.contractName(), "2025-01-01 – 2025-12-31", "365 天")
        .doesNotContain("草稿");
    assertThat(page.elements("style").get(1).getTextContent())
        .contains(statement.digest(), "counter(page)", "counter(pages)");
  }

  @Test
  void aDraftAndARestatementSaySo() {
    Statement draft = WorkedStatements.of("case-1-hosting", "", "Y1");
    ParsedPage page = ParsedPage.of(StatementPage.html(draft));
    assertThat(page.element("p", "stamp").getTextContent()).contains("草稿", "DRAFT");
    Statement second =
        Statement.builder().from(draft).version(2).supersedes(draft.digest()).build();
    ParsedPage restated = ParsedPage.of(StatementPage.html(second));
    assertThat(restated.element("p", "supersedes").getTextContent()).contains(draft.digest());
    assertThat(restated.elements("header").get(0).getTextContent()).contains("v2");
  }

  @Test
  void missingDataAndEstimatesStandBeforeTheSummary() {
    Statement base = WorkedStatements.of("case-1-hosting", "", "Y1");
    assertThat(notice(base)).isEmpty();
    List<MeterReading> meters = new ArrayList<>(base.meters());
    meters.set(
        0,
        MeterReading.builder()
            .from(meters.get(0))
            .readings(12)
            .estimated(3)
            .daysLeftOut(5)
            .build());
    Statement estimated = Statement.builder().from(base).meters(meters).build();
    assertThat(notice(estimated)).hasSize(1);
    assertThat(notice(estimated).get(0).getTextContent()).contains("3 / 12", "5 天未计入");
    Statement provisional = WorkedStatements.of("e7-score-tax-retention-advance", "", "2025-Q4");
    assertThat(notice(provisional).get(0).getTextContent()).contains("预结算", "没有考核得分");
  }

  /** The notice, which stands between head and summary. */
  private static List<Element> notice(Statement statement) {
    ParsedPage page = ParsedPage.of(StatementPage.html(statement));
    List<Element> notices =
        ParsedPage.elements(page.document().getDocumentElement(), "div", "notice");
    for (Element notice : notices) {
      assertThat(page.elements().indexOf(notice))
          .isLessThan(page.elements().indexOf(page.element("section", "summary")));
    }
    return notices;
  }

  @Test
  void everyInputStandsWithItsDigest() {
    Statement statement = WorkedStatements.of("case-2-shared", "", "2025-Q3");
    Element inputs = ParsedPage.of(StatementPage.html(statement)).sections("输入与摘要").get(0);
    TreeSet<String> shown = new TreeSet<>();
    ParsedPage.rows(inputs).forEach(row -> shown.add(row.get(2)));
    TreeSet<String> expected = new TreeSet<>(statement.baselineDigests().values());
    statement.inputs().forEach(input -> expected.add(input.sha256()));
    expected.addAll(
        List.of(statement.contractDigest(), statement.trailDigest(), statement.digest()));
    assertThat(shown).isEqualTo(expected);
  }
}
