package org.emcsettlement.settlement.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.Line;
import org.emcsettlement.settlement.statement.Statement;
import org.junit.jupiter.api.Test;

/** What the lines of clauses say to someone who reads no code. */
class WordingTest {

  private static String page(String name, String variant, String period) {
    return StatementPage.html(WorkedStatements.of(name, variant, period));
  }

  private static Bilingual remark(Statement statement, String line) {
    return statement.line(line).flatMap(Line::remark).orElseThrow();
  }

  @Test
  void aWaterContractSavesWater() {
    assertThat(page("e6-water-tariff", "", "2025-07")).contains("核定节水效益").doesNotContain("核定节能效益");
    assertThat(page("case-2-shared", "", "2025-Q3")).contains("核定节能效益").doesNotContain("节水效益");
  }

  /** The statement itself keeps the words of its clauses, which its digest is over. */
  @Test
  void onlyThePageIsReworded() {
    assertThat(WorkedStatements.of("e6-water-tariff", "", "2025-07").line("verified"))
        .map(Line::label)
        .contains(new Bilingual("核定节能效益", "verified savings"));
  }

  /** Score 87.5 would pay more; the reader is told which item failed. */
  @Test
  void aVetoIsNamed() {
    Bilingual remark =
        remark(WorkedStatements.of("e7-score-tax-retention-advance", "veto", "2025-Q1"), "score");
    assertThat(remark.zh()).contains("否决项“").contains("不合格");
    assertThat(remark.en()).contains("; veto item ").contains(" failed with ");
    assertThat(
            remark(WorkedStatements.of("e7-score-tax-retention-advance", "", "2025-Q1"), "score")
                .en())
        .doesNotContain("veto");
  }

  /** E3: 180,875.00 for the shortfall, 160,000.00 paid. */
  @Test
  void aCapOfCompensationIsNamed() {
    assertThat(remark(WorkedStatements.of("e3-guarantee", "", "Y1"), "guarantee.shortfall"))
        .isEqualTo(new Bilingual("补偿以上限 160000.00 为限", "compensation is capped at 160000.00"));
  }

  @Test
  void aBalanceOfOneClauseIsNotCalledByItsId() {
    assertThat(page("sharing-chain", "", "2025-02"))
        .contains("累计已回收投资")
        .doesNotContain("累计已回收投资 sharing");
  }

  /** The note about marks stands only where a month is marked. */
  @Test
  void aMarkIsExplainedWhereItIsUsed() {
    assertThat(page("e12-early-termination", "", "Y3")).contains("* 含估计读数或按天拆分的账单。");
    assertThat(page("e6-water-tariff", "", "2025-07")).doesNotContain("* 含估计读数");
  }
}
