package org.emcsettlement.core;

import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.Property;

/** The rules of the house that every library module applies to itself. */
public final class ArchitectureRules {

  private static final Set<String> DEFAULTS =
      Set.of(
          Clock.class.getName() + ".systemUTC",
          Clock.class.getName() + ".systemDefaultZone",
          Locale.class.getName() + ".getDefault",
          ZoneId.class.getName() + ".systemDefault",
          TimeZone.class.getName() + ".getDefault",
          Charset.class.getName() + ".defaultCharset",
          System.class.getName() + ".currentTimeMillis",
          System.class.getName() + ".nanoTime",
          System.class.getName() + ".getenv",
          System.class.getName() + ".getProperty",
          Math.class.getName() + ".random",
          java.util.UUID.class.getName() + ".randomUUID");

  /** Reading class files takes seconds; the rules of a module share them. */
  private static final Map<String, JavaClasses> IMPORTED = new ConcurrentHashMap<>();

  private ArchitectureRules() {}

  public static JavaClasses mainClasses(String rootPackage) {
    return IMPORTED.computeIfAbsent(
        rootPackage,
        root ->
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root));
  }

  /** Packages inside a module form no circle. */
  public static void packagesFormNoCircle(String rootPackage) {
    slices()
        .matching(rootPackage + ".(*)..")
        .should()
        .beFreeOfCycles()
        .check(mainClasses(rootPackage));
  }

  /** Arrows point down only: this module uses nothing of those above it. */
  public static void usesNothingOf(String rootPackage, String... above) {
    noClasses()
        .that()
        .resideInAPackage(rootPackage + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(above)
        .check(mainClasses(rootPackage));
  }

  /** No clock, default locale, zone or charset, environment, random or logging. */
  public static void dependsOnItsArgumentsOnly(String rootPackage) {
    JavaClasses classes = mainClasses(rootPackage);
    noClasses().should(callMethodWhere(readsADefault())).check(classes);
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.logging..", "org.slf4j..", "java.lang.System.Logger")
        .check(classes);
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.util\\.(Random|concurrent\\.ThreadLocalRandom|SplittableRandom|ServiceLoader)")
        .check(classes);
  }

  private static DescribedPredicate<JavaCall<?>> readsADefault() {
    return DescribedPredicate.describe(
        "read a clock, a default or the environment",
        call -> {
          String owner = call.getTargetOwner().getName();
          String name = call.getTarget().getName();
          boolean now = owner.startsWith("java.time.") && name.equals("now");
          boolean defaultCase =
              owner.equals("java.lang.String")
                  && (name.equals("toLowerCase") || name.equals("toUpperCase"))
                  && call.getTarget().getRawParameterTypes().isEmpty();
          boolean defaultFormat =
              owner.equals("java.lang.String")
                  && (name.equals("formatted")
                      || (name.equals("format") && firstParameterIsText(call)));
          boolean defaultBytes =
              owner.equals("java.lang.String")
                  && name.equals("getBytes")
                  && call.getTarget().getRawParameterTypes().isEmpty();
          return now
              || defaultCase
              || defaultFormat
              || defaultBytes
              || DEFAULTS.contains(owner + "." + name);
        });
  }

  private static boolean firstParameterIsText(JavaCall<?> call) {
    return call.getTarget().getRawParameterTypes().get(0).isEquivalentTo(String.class);
  }

  /** Names say what a class is. */
  public static void namesSaySomething(String rootPackage) {
    noClasses()
        .should()
        .haveNameMatching(".*(Utils?|Helper|Manager|Impl|Common|Misc)")
        .check(mainClasses(rootPackage));
  }

  /** Otherwise surefire would not run them. */
  public static void propertiesAreNamedSo(String rootPackage) {
    classes()
        .that(
            DescribedPredicate.describe(
                "have or inherit a property and can be run",
                (JavaClass type) ->
                    !type.getModifiers().contains(JavaModifier.ABSTRACT)
                        && type.getAllMethods().stream().anyMatch(ArchitectureRules::isProperty)))
        .should(endIn("Properties"))
        .allowEmptyShould(true)
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                .importPackages(rootPackage));
  }

  private static boolean isProperty(JavaMethod method) {
    return method.isAnnotatedWith(Property.class);
  }

  private static ArchCondition<JavaClass> endIn(String ending) {
    return new ArchCondition<>("end in " + ending) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean ends = type.getSimpleName().endsWith(ending);
        events.add(new SimpleConditionEvent(type, ends, type.getName()));
      }
    };
  }
}
