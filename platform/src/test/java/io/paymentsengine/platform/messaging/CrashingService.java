package io.paymentsengine.platform.messaging;

import io.paymentsengine.contracts.Message;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// [DeedsService] as a separate process that ends at one [CrashPoint]. The points are in what
/// surrounds the production code: its handler, its transaction, its producer, its consumer.
@Configuration(proxyBeanMethods = false)
@Import(DeedsService.class)
class CrashingService {

    public static void main(String[] arguments) {
        SpringApplication.run(CrashingService.class, arguments);
    }

    @Bean
    static BeanPostProcessor crashAroundEffects() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Inbound<?> inbound ? crashing(inbound) : bean;
            }
        };
    }

    @Bean
    DefaultKafkaProducerFactoryCustomizer crashAroundSend() {
        return factory -> addPostProcessor(factory);
    }

    private static <K, V> void addPostProcessor(DefaultKafkaProducerFactory<K, V> factory) {
        factory.addPostProcessor(CrashingService::crashing);
    }

    private static <M extends Message> Inbound<M> crashing(Inbound<M> inbound) {
        return new Inbound<>(
                inbound.topic(),
                batch -> {
                    CrashPoint.BEFORE_EFFECTS.passed();
                    inbound.handler().handle(batch);
                    TransactionSynchronizationManager.registerSynchronization(
                            new TransactionSynchronization() {
                                @Override
                                public void beforeCommit(boolean readOnly) {
                                    CrashPoint.BEFORE_COMMIT.passed();
                                }

                                @Override
                                public void afterCommit() {
                                    AfterAcknowledge.handled = true;
                                }
                            });
                });
    }

    @SuppressWarnings("unchecked")
    private static <K, V> Producer<K, V> crashing(Producer<K, V> producer) {
        return (Producer<K, V>)
                Proxy.newProxyInstance(
                        CrashingService.class.getClassLoader(),
                        new Class<?>[] {Producer.class},
                        (_, method, arguments) -> call(producer, method, arguments));
    }

    private static Object call(Producer<?, ?> producer, Method method, Object[] arguments)
            throws Throwable {
        boolean send = method.getName().equals("send") && arguments.length == 2;
        if (send) {
            CrashPoint.BEFORE_SEND.passed();
            Callback original = (Callback) arguments[1];
            Callback crashing =
                    (metadata, failure) -> {
                        original.onCompletion(metadata, failure);
                        CrashPoint.BEFORE_ACKNOWLEDGE.passed();
                    };
            arguments[1] = crashing;
        }
        try {
            return method.invoke(producer, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        } finally {
            if (send) {
                CrashPoint.WITHIN_SEND.passed();
            }
        }
    }

    /// Notices when offsets are committed to the broker.
    public static final class AfterAcknowledge implements ConsumerInterceptor<byte[], byte[]> {

        private static volatile boolean handled;

        @Override
        public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
            return records;
        }

        @Override
        public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {
            if (handled) {
                CrashPoint.AFTER_ACKNOWLEDGE.passed();
            }
        }

        @Override
        public void configure(Map<String, ?> settings) {}

        @Override
        public void close() {}
    }
}
