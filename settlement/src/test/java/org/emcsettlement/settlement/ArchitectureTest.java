package org.emcsettlement.settlement;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import org.emcsettlement.core.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final String ROOT = "org.emcsettlement.settlement";

  private static final Set<String> BINARY_FRACTIONS =
      Set.of("double", "float", "java.lang.Double", "java.lang.Float");

  @Test
  void packagesFormNoCircle() {
    ArchitectureRules.packagesFormNoCircle(ROOT);
  }

  @Test
  void usesNothingAbove() {
    ArchitectureRules.usesNothingOf(ROOT, "org.emcsettlement.examples..");
  }

  @Test
  void dependsOnItsArgumentsOnly() {
    ArchitectureRules.dependsOnItsArgumentsOnly(ROOT);
  }

  @Test
  void namesSaySomething() {
    ArchitectureRules.namesSaySomething(ROOT);
  }

  @Test
  void propertiesAreNamedSo() {
    ArchitectureRules.propertiesAreNamedSo(ROOT);
  }

  /** No double or float ever touches money; only chart geometry may have them. */
  @Test
  void moneyIsExact() {
    noClasses()
        .that(
            DescribedPredicate.describe(
                "lie outside report",
                (JavaClass type) -> !type.getPackageName().startsWith(ROOT + ".report")))
        .should(useBinaryFractions())
        .check(ArchitectureRules.mainClasses(ROOT));
  }

  /** Settlement uses frozen baselines; only the contract package may have them fitted. */
  @Test
  void clausesNeverFit() {
    noClasses()
        .that()
        .resideInAnyPackage(
            ROOT + ".clause",
            ROOT + ".savings",
            ROOT + ".pricing",
            ROOT + ".tariff",
            ROOT + ".report")
        .should()
        .dependOnClassesThat()
        .haveSimpleName("BaselineFitter")
        .check(ArchitectureRules.mainClasses(ROOT));
  }

  private static ArchCondition<JavaClass> useBinaryFractions() {
    return new ArchCondition<>("have a double or float") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (JavaField field : type.getFields()) {
          report(type, field.getRawType(), field.getFullName(), events);
        }
        for (JavaCodeUnit unit : type.getCodeUnits()) {
          report(type, unit.getRawReturnType(), unit.getFullName(), events);
          unit.getRawParameterTypes()
              .forEach(parameter -> report(type, parameter, unit.getFullName(), events));
          unit.getMethodCallsFromSelf()
              .forEach(
                  call ->
                      report(
                          type,
                          call.getTarget().getRawReturnType(),
                          call.getDescription(),
                          events));
        }
      }
    };
  }

  private static void report(JavaClass type, JavaClass used, String where, ConditionEvents events) {
    if (BINARY_FRACTIONS.contains(used.getName())) {
      events.add(SimpleConditionEvent.satisfied(type, where));
    }
  }
}
