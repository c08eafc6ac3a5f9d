package io.paymentsengine.platform.web;

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

/// The [Amount] is more than nothing. Whether there has to be one at all is `@NotNull`'s to say.
@Documented
@Constraint(validatedBy = PositiveAmount.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface PositiveAmount {

    String message() default "must be greater than zero";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /// Points at the value rather than at the whole amount.
    final class Check implements ConstraintValidator<PositiveAmount, Amount> {
        @Override
        public boolean isValid(@Nullable Amount amount, ConstraintValidatorContext context) {
            if (amount == null || amount.toMoney().isPositive()) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(
                            context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("value")
                    .addConstraintViolation();
            return false;
        }
    }
}
