package org.emcsettlement.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

  /** Settlement-methods E16: 195 bytes and their digest. */
  @Test
  void publishedObject() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("version", 3);
    object.put("unit", "kWh");
    object.put("quantity", new BigDecimal("186420.5"));
    object.put("price", new BigDecimal("0.6820"));
    object.put("period", Map.of("start", "2025-03-01", "end", "2025-04-01"));
    object.put("note", "节能量");
    object.put("currency", "CNY");
    object.put("contract", "EMC-0001");
    object.put("amount", Money.of(CurrencyUnit.of("CNY"), new BigDecimal("127138.78")));
    assertThat(CanonicalJson.text(object))
        .isEqualTo(
            "{\"amount\":\"127138.78\",\"contract\":\"EMC-0001\",\"currency\":\"CNY\","
                + "\"note\":\"节能量\",\"period\":{\"end\":\"2025-04-01\",\"start\":\"2025-03-01\"},"
                + "\"price\":\"0.6820\",\"quantity\":\"186420.5\",\"unit\":\"kWh\",\"version\":3}");
    assertThat(CanonicalJson.of(object)).hasSize(195);
    assertThat(CanonicalJson.digest(object))
        .isEqualTo("ef40f93707edf1ab3b953aeece0d3cf6968341c1d01dcefc24e094cb3948afcb");
  }

  @Test
  void foreignTextIsBroughtToTheSameForm() {
    String indented = "{ \"b\" : \"\\u0041\",\r\n \"a\" : [ 1, true ] }";
    assertThat(new String(CanonicalJson.ofText(indented), StandardCharsets.UTF_8))
        .isEqualTo("{\"a\":[1,true],\"b\":\"A\"}");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CanonicalJson.ofText("{\"a\":1,\"a\":2}"));
    assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.ofText("{\"a\":NaN}"));
  }
}
