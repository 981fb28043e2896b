package org.emcsettlement.core.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommodityTest {

  @ParameterizedTest
  @CsvSource({
    "electricity, MWh, 1000",
    "electricity, 10MWh, 10000", // 万千瓦时
    "heat, kWh, 0.0036", // 1 kWh = 3.6 MJ
    "heat, Gcal, 4.1868", // 百万大卡
    "natural-gas, m³, 1",
    "water, t, 1", // a tonne of water is billed as a cubic metre
    "water, L, 0.001",
    "raw-coal, t, 1000"
  })
  void exactFactors(String commodity, String unit, BigDecimal factor) {
    assertThat(Commodity.of(commodity).factorFrom(MeterUnit.of(unit).orElseThrow()).orElseThrow())
        .isEqualByComparingTo(factor);
  }

  @Test
  void unitsThatDoNotConvertExactlyAreRefused() {
    assertThat(Commodity.ELECTRICITY.factorFrom(MeterUnit.GJ)).isEmpty(); // 277.777…
    assertThat(Commodity.DIESEL.factorFrom(MeterUnit.LITRE)).isEmpty(); // needs a density
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Quantity.of(BigDecimal.ONE, MeterUnit.GJ, Commodity.ELECTRICITY))
        .withMessageContaining("GJ")
        .withMessageContaining("accepted: [Wh, kWh, MWh, 10MWh, ");
    assertThat(Quantity.of(new BigDecimal("1.5"), MeterUnit.MWH, Commodity.ELECTRICITY))
        .hasToString("1500 kWh");
  }

  /** 宜兴: 1.07 M kWh saved was published as 132 tce, which is the calorific factor (131.5). */
  @Test
  void publishedSavingUsesTheCalorificFactor() {
    FactorSet set = FactorSet.of("gb-t-2589-2020-calorific");
    BigDecimal factor =
        set.factor(Commodity.ELECTRICITY, LocalDate.of(2024, 1, 1)).orElseThrow().value();
    assertThat(factor.multiply(BigDecimal.valueOf(1_070_000))).isEqualByComparingTo("131503");
  }

  @Test
  void everySetHasOneKindAndNoWater() {
    FactorSet.standard()
        .values()
        .forEach(
            set -> {
              assertThat(set.factors()).as(set.id()).isNotEmpty();
              assertThat(set.factors()).noneMatch(factor -> factor.commodity().isWater());
              String unit = set.kind() == FactorSet.Kind.CARBON_DIOXIDE ? "kgCO2/" : "kgce/";
              assertThat(set.factors())
                  .allSatisfy(
                      factor ->
                          assertThat(factor.unit())
                              .isEqualTo(unit + factor.commodity().unit().symbol()));
            });
  }

  @Test
  void factorsKnowTheirTrustAndValidity() {
    FactorSet set = FactorSet.of("co2-2022-shandong");
    Factor electricity = set.factor(Commodity.ELECTRICITY, LocalDate.of(2025, 6, 1)).orElseThrow();
    assertThat(electricity.value()).isEqualByComparingTo("0.6410");
    assertThat(electricity.trust()).isEqualTo(Trust.SECONDARY);
    assertThat(set.factor(Commodity.ELECTRICITY, LocalDate.of(2018, 1, 1))).isEmpty();
    assertThat(
            FactorSet.of("co2-2022-yunnan")
                .factor(Commodity.ELECTRICITY, LocalDate.of(2025, 6, 1))
                .orElseThrow()
                .trust())
        .isEqualTo(Trust.UNVERIFIED);
  }
}
