package io.paymentsengine.platform.web;

import io.paymentsengine.platform.json.PlainStrings;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/// Text for humans: a limited number of characters, no control characters, no unpaired surrogates.
/// The street door already refuses the latter two; this constraint also covers text from elsewhere.
@Documented
@Constraint(validatedBy = PlainText.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface PlainText {

    /// The minimum number of characters (code points), not counting blanks at either end.
    int min() default 0;

    /// The maximum number of characters (code points).
    int max();

    String message() default "must be plain text of {min} to {max} characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /// Accepts null: absent text is left to `@NotNull`.
    final class Check implements ConstraintValidator<PlainText, String> {

        private int min;
        private int max;

        @Override
        public void initialize(PlainText constraint) {
            min = constraint.min();
            max = constraint.max();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || (isSafe(text) && hasLength(text));
        }

        private boolean hasLength(String text) {
            String stripped = text.strip();
            return stripped.codePointCount(0, stripped.length()) >= min
                    && text.codePointCount(0, text.length()) <= max;
        }

        private static boolean isSafe(String text) {
            try {
                PlainStrings.checked(text);
                return true;
            } catch (IllegalArgumentException refused) {
                return false;
            }
        }
    }
}
