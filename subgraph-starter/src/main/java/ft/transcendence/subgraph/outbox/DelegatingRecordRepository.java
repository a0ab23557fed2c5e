package ft.transcendence.subgraph.outbox;

import io.namastack.outbox.OutboxRecord;
import io.namastack.outbox.OutboxRecordRepository;
import io.namastack.outbox.OutboxRecordStatus;
import java.util.List;
import java.util.Set;

/** A repository of outbox records that leaves everything to another one. Subclasses do differently what they override. */
abstract class DelegatingRecordRepository implements OutboxRecordRepository {

    private final OutboxRecordRepository records;

    DelegatingRecordRepository(OutboxRecordRepository records) {
        this.records = records;
    }

    @Override
    public <T> OutboxRecord<T> save(OutboxRecord<T> record) {
        return records.save(record);
    }

    @Override
    public List<OutboxRecord<?>> findPendingRecords() {
        return records.findPendingRecords();
    }

    @Override
    public List<OutboxRecord<?>> findCompletedRecords() {
        return records.findCompletedRecords();
    }

    @Override
    public List<OutboxRecord<?>> findFailedRecords() {
        return records.findFailedRecords();
    }

    @Override
    public List<OutboxRecord<?>> findIncompleteRecordsByRecordKey(String key) {
        return records.findIncompleteRecordsByRecordKey(key);
    }

    @Override
    public List<String> findRecordKeysInPartitions(
            Set<Integer> partitions,
            OutboxRecordStatus status,
            int batchSize,
            boolean ignoreRecordKeysWithPreviousFailure) {
        return records.findRecordKeysInPartitions(partitions, status, batchSize, ignoreRecordKeysWithPreviousFailure);
    }

    @Override
    public long countRecordsByPartition(int partition, OutboxRecordStatus status) {
        return records.countRecordsByPartition(partition, status);
    }

    @Override
    public void deleteByStatus(OutboxRecordStatus status) {
        records.deleteByStatus(status);
    }

    @Override
    public void deleteByRecordKeyAndStatus(String key, OutboxRecordStatus status) {
        records.deleteByRecordKeyAndStatus(key, status);
    }

    @Override
    public void deleteById(String id) {
        records.deleteById(id);
    }
}
