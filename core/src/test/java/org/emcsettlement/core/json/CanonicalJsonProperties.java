package org.emcsettlement.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What the one mapper writes is canonical: an independent canonicalizer leaves it as it is. */
class CanonicalJsonProperties {

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().withCharRange('\u0000', '\u00ff').ofMaxLength(12),
        Arbitraries.strings().withCharRange('一', '龥').ofMaxLength(6),
        Arbitraries.of("\ud83c\udf21", "\"\\/\b\f\n\r\t", "\u2028", "<script>"));
  }

  @Property
  void writtenFormIsCanonical(
      @ForAll("documents") Map<String, Map<String, String>> document, @ForAll int number) {
    Map<String, Object> object = Map.of("nested", document, "number", number, "flag", true);
    assertThat(CanonicalJson.ofText(CanonicalJson.text(object)))
        .isEqualTo(CanonicalJson.of(object));
  }

  @Provide
  Arbitrary<Map<String, Map<String, String>>> documents() {
    return Arbitraries.maps(texts(), Arbitraries.maps(texts(), texts()).ofMaxSize(5)).ofMaxSize(5);
  }
}
