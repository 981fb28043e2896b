package org.emcsettlement.core.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What holds for every catalogue of findings; each module applies it to its own. */
public final class CatalogueRules {

  private static final Pattern CODE = Pattern.compile("[a-z]+(\\.[a-z0-9]+(-[a-z0-9]+)*)");
  private static final Pattern ARGUMENT = Pattern.compile("\\{[a-zA-Z]+}");

  private CatalogueRules() {}

  public static void check(FindingCode... catalogue) {
    Set<String> codes = new HashSet<>();
    for (FindingCode code : catalogue) {
      assertThat(code.code()).matches(CODE);
      assertThat(codes.add(code.code())).as("unique: %s", code.code()).isTrue();
      assertThat(code.zh())
          .as(code.code())
          .matches(text -> text.codePoints().anyMatch(c -> c > 0x3000));
      assertThat(code.en()).as(code.code()).isNotBlank();
      Set<String> zh = withoutLanguageSuffix(code.zh());
      Set<String> en = withoutLanguageSuffix(code.en());
      assertThat(zh).as("arguments of %s in both languages", code.code()).isEqualTo(en);
    }
  }

  /** An argument given in both languages is {@code ruleZh} in one and {@code rule} in the other. */
  private static Set<String> withoutLanguageSuffix(String text) {
    Set<String> names = new TreeSet<>();
    ARGUMENT
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .forEach(name -> names.add(name.replace("Zh}", "}")));
    return names;
  }
}
