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

/// The [Amount] must be greater than zero. Whether it must be present is left to `@NotNull`.
@Documented
@Constraint(validatedBy = PositiveAmount.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface PositiveAmount {

    String message() default "must be greater than zero";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /// Reports the error on the value rather than on the whole amount.
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
